/** The doors for people and their scripts: parse, send or ask, answer. */
@NullMarked
package org.larum.app.api;

import org.jspecify.annotations.NullMarked;
