package org.larum.projections.shared;

import java.util.UUID;

/** A thing of the organisation as it is shown. */
public record Named(UUID id, String word, String name) {}
