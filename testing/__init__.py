"""What tests, proofs and benches share: throw-away databases and places, a browser, the queue, people."""
