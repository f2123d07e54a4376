"""Where prompts live, one Markdown file a model task. This version works without a model, so there is none yet."""
