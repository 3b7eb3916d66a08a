"""The exams: readers of public gold sets, metrics, floors. Nothing of the package imports this folder."""
