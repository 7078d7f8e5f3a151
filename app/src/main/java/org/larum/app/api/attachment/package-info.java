/** Files that people add to the notes of an incident: taken in pieces, looked at, kept beside the log, given back as a download. */
@NullMarked
package org.larum.app.api.attachment;

import org.jspecify.annotations.NullMarked;
