"""Several dates are booked as one; every mother who took part has somebody and a day for what comes next."""
