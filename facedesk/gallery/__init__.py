"""People, their photos and templates: the store, enrolment, import."""
