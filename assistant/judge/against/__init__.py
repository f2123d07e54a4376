"""What keeps a claim from supporting a statement, or speaks against it: a module for each sort of conflict."""
