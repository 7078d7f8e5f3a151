/** What would happen: who would be told how, minute by minute, thought through with what decides in the server. */
@NullMarked
package org.larum.app.simulation;

import org.jspecify.annotations.NullMarked;
