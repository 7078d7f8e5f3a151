package org.larum.domain.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Link;

/** Everything that can happen to the organisation. A definition is whole and replaces the one before. */
public sealed interface DirectoryEvent extends Event {

    /** A thing was defined, or defined anew. */
    sealed interface Defined extends DirectoryEvent {
        Definition definition();

        int version();

        String origin();
    }

    @Revision("1")
    record PersonDefined(Definition.Person definition, int version, String origin) implements Defined {}

    @Revision("1")
    record TeamDefined(Definition.Team definition, int version, String origin) implements Defined {}

    @Revision("1")
    record ServiceDefined(Definition.Service definition, int version, String origin) implements Defined {}

    @Revision("1")
    record PolicyDefined(Definition.Policy definition, int version, String origin) implements Defined {}

    @Revision("1")
    record IntegrationDefined(Definition.Integration definition, int version, String origin) implements Defined {}

    @Revision("1")
    record EmailChannelDefined(Definition.EmailChannel definition, int version, String origin) implements Defined {}

    @Revision("1")
    record WebhookDefined(Definition.Webhook definition, int version, String origin) implements Defined {}

    @Revision("1")
    record TwilioDefined(Definition.Twilio definition, int version, String origin) implements Defined {}

    @Revision("1")
    record SlackDefined(Definition.Slack definition, int version, String origin) implements Defined {}

    @Revision("1")
    record SmsDefined(Definition.Sms definition, int version, String origin) implements Defined {}

    @Revision("1")
    record TemplatesDefined(Definition.Templates definition, int version, String origin) implements Defined {}

    @Revision("1")
    record LimitsDefined(Definition.Limits definition, int version, String origin) implements Defined {}

    @Revision("1")
    record MajorRuleDefined(Definition.MajorRule definition, int version, String origin) implements Defined {}

    @Revision("1")
    record SlaRuleDefined(Definition.SlaRule definition, int version, String origin) implements Defined {}

    @Revision("1")
    record ReportDefined(ReportPlan definition, int version, String origin) implements Defined {}

    @Revision("1")
    record DashboardDefined(Dashboard definition, int version, String origin) implements Defined {}

    @Revision("1")
    record SloDefined(Slo definition, int version, String origin) implements Defined {}

    @Revision("1")
    record ScheduleDefined(Schedule definition, int version, String origin) implements Defined {}

    @Revision("1")
    record SilenceDefined(Rule.Silence definition, int version, String origin) implements Defined {}

    @Revision("1")
    record MaintenanceDefined(Rule.Maintenance definition, int version, String origin) implements Defined {}

    @Revision("1")
    record KnownIssueDefined(Rule.KnownIssue definition, int version, String origin) implements Defined {}

    @Revision("1")
    record InhibitionDefined(Rule.Inhibition definition, int version, String origin) implements Defined {}

    @Revision("1")
    record FlappingDefined(Rule.Flapping definition, int version, String origin) implements Defined {}

    @Revision("1")
    record ThresholdDefined(Rule.Threshold definition, int version, String origin) implements Defined {}

    @Revision("1")
    record HoldDefined(Rule.Hold definition, int version, String origin) implements Defined {}

    @Revision("1")
    record CorrelationDefined(Rule.Correlation definition, int version, String origin) implements Defined {}

    /** The end of an incident, with which something else ended too. */
    record Ending(UUID incident, Instant at) {}

    /** Out of use from here on; what names it stays readable. {@code ending}: null when somebody took it away. */
    @Revision("1")
    record Retired(
            UUID entry,
            String kind,
            String word,
            String origin,
            @Nullable Ending ending) implements DirectoryEvent {}

    /** This person may administer Larum, whatever the definition says: whoever took the set-up link. */
    @Revision("1")
    record AdministratorAppointed(PersonId person) implements DirectoryEvent {}

    /** What happens to the browser of a person that takes messages. */
    sealed interface OfDevice extends DirectoryEvent {
        DeviceId device();

        PersonId person();
    }

    /** {@code subscription}: its address, its keys and its name, sealed with the person's key. It may have been another's before. */
    @Revision("1")
    record DeviceRegistered(DeviceId device, PersonId person, Sealed subscription, Instant at) implements OfDevice {}

    /** {@code gone}: its push service says that there is no such device any more; otherwise its person removed it. */
    @Revision("1")
    record DeviceRemoved(DeviceId device, PersonId person, boolean gone, Instant at) implements OfDevice {}

    /** Somebody deployed or changed something of a service. */
    @Revision("1")
    record ChangeRecorded(
            UUID change,
            IntegrationId integration,
            ServiceId service,
            String summary,
            @Nullable String source,
            List<Link> links,
            @Nullable UUID raw,
            Instant at)
            implements DirectoryEvent {}
}
