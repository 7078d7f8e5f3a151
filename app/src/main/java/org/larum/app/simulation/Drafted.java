package org.larum.app.simulation;

import java.util.Optional;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PolicyId;
import org.larum.domain.directory.ServiceId;

/** An organisation in which a policy is as somebody drafts it, in the version that it would have, and a service has it. */
public final class Drafted extends LikeAnother {

    private final Definition.Policy draft;
    private final Definition.Service user;

    public Drafted(Directory organisation, Definition.Policy draft, Definition.Service user) {
        super(organisation);
        this.draft = draft;
        this.user = user;
    }

    @Override
    public Optional<Definition.Policy> policy(PolicyId id) {
        return id.equals(draft.id()) ? Optional.of(draft) : super.policy(id);
    }

    @Override
    public int policyVersion(PolicyId id) {
        int saved = super.policyVersion(id);
        return id.equals(draft.id()) ? saved + 1 : saved;
    }

    @Override
    public Optional<Definition.Service> service(ServiceId id) {
        return id.equals(user.id()) ? Optional.of(user) : super.service(id);
    }
}
