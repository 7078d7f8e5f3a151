package org.larum.projections.timeline;

import java.util.UUID;
import org.larum.domain.incident.IncidentEvent.Attachment;

/** A file that a note names. {@code digest}: SHA-256 of what it holds, in hex. */
public record AttachmentView(UUID id, String name, String type, long size, String digest) {

    public static AttachmentView of(Attachment attachment) {
        return new AttachmentView(
                attachment.id(), attachment.name(), attachment.type(), attachment.size(), attachment.digest());
    }
}
