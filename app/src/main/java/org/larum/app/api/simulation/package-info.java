/** What would happen: asked over HTTP of the organisation in use, or on the command line of a file. */
@NullMarked
package org.larum.app.api.simulation;

import org.jspecify.annotations.NullMarked;
