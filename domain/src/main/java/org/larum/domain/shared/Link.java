package org.larum.domain.shared;

import org.jspecify.annotations.Nullable;

/** An address that a sender gave, http or https, with the words to show for it. */
public record Link(String href, @Nullable String text) {}
