"""What `plaudit doctor` looks at. Each check is a function that yields findings and raises nothing."""
