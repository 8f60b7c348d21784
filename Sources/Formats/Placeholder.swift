// Number and time formats: see the charts and facts work.
