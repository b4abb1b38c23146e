"""One module an operation: it states the edit it made, why the key holds, and when it must not be used."""
