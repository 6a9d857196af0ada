// The precompiled header of the unit tests is built with this file.
