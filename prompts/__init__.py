"""One Markdown file per model task, and the loader that reads them. Without a model nothing here is used."""
