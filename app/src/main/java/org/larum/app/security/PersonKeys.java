package org.larum.app.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Sealed;
import org.larum.domain.directory.Seals;

/** One key for each person, itself sealed by the master key: to erase the key is to erase the person from the whole log. */
public final class PersonKeys implements Seals {

    private final Vault vault;
    private final PersonKeyTable table;
    private final ConcurrentHashMap<UUID, byte[]> open = new ConcurrentHashMap<>();

    public PersonKeys(Vault vault, PersonKeyTable table) {
        this.vault = vault;
        this.table = table;
    }

    @Override
    public Sealed seal(PersonId person, String plain) {
        var known = open.get(person.value());
        // A new key is not remembered here: when the transaction is undone, the key is gone, and its ciphers could not
        // be opened.
        var key = known != null ? known : vault.unwrap(table.findOrCreate(person.value(), newKey()));
        var cipher = vault.encrypt(key, plain.getBytes(StandardCharsets.UTF_8));
        return new Sealed(Base64.getEncoder().encodeToString(cipher), fingerprint(person, plain));
    }

    @Override
    public String fingerprint(PersonId person, String plain) {
        return vault.fingerprint("person/" + person, plain);
    }

    @Override
    public Optional<String> open(PersonId person, Sealed sealed) {
        var known = open.get(person.value());
        var key =
                known != null ? Optional.of(known) : table.find(person.value()).map(vault::unwrap);
        return key.map(found -> {
            open.put(person.value(), found);
            var plain = vault.decrypt(found, Base64.getDecoder().decode(sealed.cipher()));
            return new String(plain, StandardCharsets.UTF_8);
        });
    }

    private byte[] newKey() {
        return vault.wrap(vault.randomBytes(32));
    }
}
