"""What is kept between runs, in one SQLite file: replies of models, and runs with their items."""
