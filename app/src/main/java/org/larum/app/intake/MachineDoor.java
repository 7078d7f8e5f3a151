package org.larum.app.intake;

import org.springframework.http.ResponseEntity;

/** What is known of a door for machines before anything of a request is read. */
public interface MachineDoor {

    /** Whether what is posted to this path comes in here. */
    boolean isAt(String path);

    /** As the raw requests of this door are marked. */
    String dialect();

    /** How this dialect says that there is no room: with Retry-After, and so that its senders try again. */
    ResponseEntity<byte[]> overloaded(Overloaded refusal);
}
