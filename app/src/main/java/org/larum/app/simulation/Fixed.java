package org.larum.app.simulation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.DirectoryEvent.DeviceRegistered;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.PolicyId;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.RuleId;
import org.larum.domain.directory.ScheduleId;
import org.larum.domain.directory.ServiceGraph;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.directory.TeamId;
import org.larum.domain.shared.ChannelKind;

/** An organisation that nobody changes any more: what was looked up once is known. For one thread. */
final class Fixed implements Directory {

    private final Directory organisation;
    private final Map<ServiceId, Optional<Definition.Service>> services = new HashMap<>();
    private final List<Definition.Webhook> webhooks;
    private final List<Definition.Person> administrators;
    private final Optional<Definition.EmailChannel> email;
    private final Definition.MajorRule majorRule;

    Fixed(Directory organisation) {
        this.organisation = organisation;
        this.webhooks = organisation.webhooks();
        this.administrators = organisation.administrators();
        this.email = organisation.email();
        this.majorRule = organisation.majorRule();
    }

    @Override
    public Optional<Definition.Person> person(PersonId id) {
        return organisation.person(id);
    }

    @Override
    public Optional<Definition.Team> team(TeamId id) {
        return organisation.team(id);
    }

    @Override
    public Optional<Definition.Service> service(ServiceId id) {
        return services.computeIfAbsent(id, organisation::service);
    }

    @Override
    public Optional<Definition.Policy> policy(PolicyId id) {
        return organisation.policy(id);
    }

    @Override
    public int policyVersion(PolicyId id) {
        return organisation.policyVersion(id);
    }

    @Override
    public List<Duty> onCall(ScheduleId id, Instant at) {
        return organisation.onCall(id, at);
    }

    @Override
    public boolean isAway(PersonId id, Instant at) {
        return organisation.isAway(id, at);
    }

    @Override
    public Optional<Undisturbed> undisturbed(PersonId id, Instant at) {
        return organisation.undisturbed(id, at);
    }

    @Override
    public List<Definition.Person> having(String role) {
        return organisation.having(role);
    }

    @Override
    public Set<ChannelKind> ways() {
        return organisation.ways();
    }

    @Override
    public List<DeviceRegistered> devices(PersonId id) {
        return organisation.devices(id);
    }

    @Override
    public Optional<Definition.EmailChannel> email() {
        return email;
    }

    @Override
    public Optional<Definition.Twilio> twilio() {
        return organisation.twilio();
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
    public <R extends Rule> List<R> rules(Class<R> kind) {
        return organisation.rules(kind);
    }

    @Override
    public int version(RuleId id) {
        return organisation.version(id);
    }

    @Override
    public ServiceGraph services() {
        return organisation.services();
    }

    @Override
    public Definition.MajorRule majorRule() {
        return majorRule;
    }
}
