"""Finding faces: detector, alignment, quality, tracker."""
