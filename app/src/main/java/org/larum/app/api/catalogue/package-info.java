/**
 * The catalogue of services over HTTP: what each is worth, what it needs, what needs it, and how it is. What is described comes from
 * the organisation in memory, how it is from the projections; nothing decides by it.
 */
@NullMarked
package org.larum.app.api.catalogue;

import org.jspecify.annotations.NullMarked;
