package org.larum.app.rulebook;

import java.util.Optional;
import org.larum.app.intake.Sender;
import org.larum.app.intake.Senders;
import org.larum.app.security.Vault;

/** Finds the integration of a presented key by its keyed fingerprint: the key itself is stored nowhere. */
public final class KeyRing implements Senders {

    private final RuleBook rules;
    private final Vault vault;

    public KeyRing(RuleBook rules, Vault vault) {
        this.rules = rules;
        this.vault = vault;
    }

    public static String fingerprint(Vault vault, String key) {
        return vault.fingerprint("ingest-key", key);
    }

    @Override
    public Optional<Sender> byKey(String presented) {
        return rules.integration(fingerprint(vault, presented))
                .map(found -> new Sender(found.id(), found.word(), found.type(), found.service()));
    }
}
