"""Where prompts live: one Markdown file a model task, and the loader (`load.py`)."""
