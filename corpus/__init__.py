"""News sentences written here, with layers of annotation: the names first."""
