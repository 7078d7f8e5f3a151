package org.larum.app.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.ServiceId;

/** An organisation that nobody changes any more: what was looked up once is known. For one thread. */
final class Fixed extends LikeAnother {

    private final Map<ServiceId, Optional<Definition.Service>> services = new HashMap<>();
    private final List<Definition.Webhook> webhooks;
    private final List<Definition.Person> administrators;
    private final Optional<Definition.EmailChannel> email;
    private final Definition.MajorRule majorRule;

    Fixed(Directory organisation) {
        super(organisation);
        this.webhooks = organisation.webhooks();
        this.administrators = organisation.administrators();
        this.email = organisation.email();
        this.majorRule = organisation.majorRule();
    }

    @Override
    public Optional<Definition.Service> service(ServiceId id) {
        return services.computeIfAbsent(id, super::service);
    }

    @Override
    public Optional<Definition.EmailChannel> email() {
        return email;
    }

    @Override
    public List<Definition.Webhook> webhooks() {
        return webhooks;
    }

    @Override
    public List<Definition.Person> administrators() {
        return administrators;
    }

    @Override
    public Definition.MajorRule majorRule() {
        return majorRule;
    }
}
