"""PDFs with known truth: our own articles, laid out in many ways by several programs."""
