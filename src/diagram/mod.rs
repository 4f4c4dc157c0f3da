//! The drawing: from a plan to a display list of shapes, in integer units. Pure.
