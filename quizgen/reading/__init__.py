"""Files in, clean passages with their structure out."""
