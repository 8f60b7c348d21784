// First form follows.
