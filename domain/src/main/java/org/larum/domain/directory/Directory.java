package org.larum.domain.directory;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.DirectoryEvent.DeviceRegistered;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Severity;

/** The organisation as known at one event. Retired entries are not in it. */
public interface Directory {

    Optional<Definition.Person> person(PersonId id);

    Optional<Definition.Team> team(TeamId id);

    Optional<Definition.Service> service(ServiceId id);

    Optional<Definition.Policy> policy(PolicyId id);

    /** The version of the policy that is in force; 0 when there is none. */
    int policyVersion(PolicyId id);

    /** The version of the schedule that is in force; 0 when there is none. */
    int scheduleVersion(ScheduleId id);

    /** {@code layer}: whose turn it is, null where an override fills a gap; {@code insteadOf}: who would be asked otherwise. */
    record Duty(
            PersonId person,
            @Nullable String layer,
            @Nullable PersonId insteadOf) {}

    /** Those whom a schedule has on call at an instant, in the order of its layers; nobody when it is not there. */
    List<Duty> onCall(ScheduleId id, Instant at);

    /** Whether a person has said that they are not there. */
    boolean isAway(PersonId id, Instant at);

    /** {@code until}: how long somebody wants to be left alone, but for what is as bad as one of {@code except}. */
    record Undisturbed(Instant until, List<Severity> except) {}

    /** What a person has said of being disturbed; empty when nothing holds. */
    Optional<Undisturbed> undisturbed(PersonId id, Instant at);

    /** Everybody who has a role, by word. */
    List<Definition.Person> having(String role);

    /** The ways of telling a person that are set up in this house; what a device takes is up to each. */
    Set<ChannelKind> ways();

    /** The browsers of a person that take messages, the first registered first. */
    List<DeviceRegistered> devices(PersonId id);

    /** The ways of telling this person, as far as they do not hang on what is written of them. */
    default Set<ChannelKind> ways(PersonId id) {
        if (devices(id).isEmpty()) {
            return ways();
        }
        var ways = EnumSet.copyOf(ways());
        ways.add(ChannelKind.PUSH);
        return ways;
    }

    Optional<Definition.EmailChannel> email();

    List<Definition.Webhook> webhooks();

    /** Those who send alerts, by word. */
    List<Definition.Integration> integrations();

    /** Whoever calls, and sends text messages unless {@link #sms()} says otherwise. */
    Optional<Definition.Twilio> twilio();

    /** The app in Slack. */
    Optional<Definition.Slack> slack();

    /** What the house has said of who takes text messages. */
    Optional<Definition.Sms> sms();

    /** Whoever takes text messages, the one to ask first being the first. */
    default List<SmsGateway> gateways() {
        return sms().map(Definition.Sms::gateways).orElse(List.of(SmsGateway.TWILIO)).stream()
                .filter(gateway -> !gateway.viaTwilio() || twilio().isPresent())
                .toList();
    }

    List<Definition.Person> administrators();

    /** The rules of a kind that are in use, in the order in which they are asked. */
    <R extends Rule> List<R> rules(Class<R> kind);

    /** The version of a rule that is in force; 0 when there is none. */
    int version(RuleId id);

    ServiceGraph services();

    /** What the house has said, or what holds while it has not. */
    Definition.MajorRule majorRule();

    /** How soon incidents of a service are to be answered and resolved. */
    default Promise promise(ServiceId service) {
        return slaRule().promise(service);
    }

    /** What the house has said, or what holds while it has not. */
    Definition.SlaRule slaRule();
}
