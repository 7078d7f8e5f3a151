package org.larum.app.simulation;

import java.time.Instant;
import java.util.List;
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

/** An organisation that is another in all but what a subclass says. */
abstract class LikeAnother implements Directory {

    private final Directory organisation;

    LikeAnother(Directory organisation) {
        this.organisation = organisation;
    }

    @Override
    public Optional<Definition.Service> service(ServiceId id) {
        return organisation.service(id);
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
    public Optional<Definition.Person> person(PersonId id) {
        return organisation.person(id);
    }

    @Override
    public Optional<Definition.Team> team(TeamId id) {
        return organisation.team(id);
    }

    @Override
    public int scheduleVersion(ScheduleId id) {
        return organisation.scheduleVersion(id);
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
        return organisation.email();
    }

    @Override
    public Optional<Definition.Twilio> twilio() {
        return organisation.twilio();
    }

    @Override
    public Optional<Definition.Slack> slack() {
        return organisation.slack();
    }

    @Override
    public Optional<Definition.Sms> sms() {
        return organisation.sms();
    }

    @Override
    public List<Definition.Webhook> webhooks() {
        return organisation.webhooks();
    }

    @Override
    public List<Definition.Integration> integrations() {
        return organisation.integrations();
    }

    @Override
    public List<Definition.Person> administrators() {
        return organisation.administrators();
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
    public Definition.SlaRule slaRule() {
        return organisation.slaRule();
    }

    @Override
    public Definition.MajorRule majorRule() {
        return organisation.majorRule();
    }
}
