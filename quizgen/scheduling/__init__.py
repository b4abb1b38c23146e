"""When a question comes back; fsrs lives here. Values of the domain in, values of the domain out."""
