"""Several dates are booked as one; every mother who took part has an owner and a day for what comes next."""
