/** The only door out over HTTP: which addresses Larum calls, and how it makes sure that it calls no other. */
@NullMarked
package org.larum.app.outbound;

import org.jspecify.annotations.NullMarked;
