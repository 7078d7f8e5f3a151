package org.larum.domain.directory;

import java.util.UUID;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names a device: version 5 of the keyed fingerprint of its address, so that the same browser is the same device. */
public record DeviceId(UUID value) implements Identifier {

    public static DeviceId of(String fingerprint) {
        return new DeviceId(Ids.of("device", fingerprint));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
