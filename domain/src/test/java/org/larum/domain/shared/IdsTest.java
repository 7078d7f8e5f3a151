package org.larum.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.larum.domain.alert.AlertId;
import org.larum.domain.correlation.GroupId;
import org.larum.domain.directory.ChannelId;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.PolicyId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.directory.TeamId;
import org.larum.domain.escalation.RunId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationId;

class IdsTest {

    /** These stand in every log ever written: a change here makes two things of one. */
    static Stream<Object[]> everyId() {
        var prometheus = IntegrationId.of("prometheus");
        var group = GroupId.of("service", ServiceId.of("checkout"));
        var incident = IncidentId.of(group.value(), 1);
        return Stream.of(
                new Object[] {PersonId.of("ada"), "af30bf96-f5d3-512a-b24f-b22fda671976"},
                new Object[] {TeamId.of("shop"), "60f59f44-5d56-5031-96cf-0b0ea7f66d2e"},
                new Object[] {ServiceId.of("checkout"), "59beaadc-8a95-54c1-9c7d-569950959191"},
                new Object[] {PolicyId.of("shop-on-call"), "f8468790-4837-53aa-ad14-8a71c96b1f59"},
                new Object[] {prometheus, "26eeccd7-5300-5e4e-b987-50d5d093a186"},
                new Object[] {ChannelId.of("mail"), "a2db4199-66e1-5451-9cbd-2ab323aea2cb"},
                new Object[] {AlertId.of(prometheus, "disk-full", 1), "16cf304a-c79f-5b7c-a490-45a0331fc82b"},
                new Object[] {group, "b5872104-0c30-5a1a-954c-dd69efccfdad"},
                new Object[] {incident, "931dd1e4-2805-5b25-aa9f-e71be5b7302d"},
                new Object[] {RunId.of(incident, 1), "146225eb-2c25-5fb8-bffb-d861eba34989"},
                new Object[] {
                    NotificationId.of(incident, 1, "triggered", ChannelId.of("chat")),
                    "b769e467-292f-5cdc-96f8-9429652e3c45"
                },
                new Object[] {PersonId.of("Zoë 🦉"), "71edec43-4a5d-577e-bc05-d371d850f123"});
    }

    @ParameterizedTest
    @MethodSource("everyId")
    void anIdIsTheSameOnEveryNodeAndForAllTime(Identifier id, String golden) {
        assertThat(id.toString()).isEqualTo(golden);
        assertThat(id.value()).isEqualTo(UUID.fromString(golden));
        assertThat(id.value().version()).isEqualTo(5);
        assertThat(id.value().variant()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"a, bc, ab, c", "a/1:b, c, a, b/1:c", "'', a, a, ''", "1, 2:3, 1:2, 3", "12, 3, 1, 23"})
    void partsDoNotRunIntoEachOther(String a, String b, String c, String d) {
        assertThat(Ids.of("kind", a, b)).isNotEqualTo(Ids.of("kind", c, d));
    }

    @Test
    void twoPartsAreNotOneAndOrderMatters() {
        assertThat(Ids.of("kind", "ab")).isNotEqualTo(Ids.of("kind", "a", "b"));
        assertThat(Ids.of("kind", "a", "b")).isNotEqualTo(Ids.of("kind", "b", "a"));
        assertThat(Ids.of("kind")).isNotEqualTo(Ids.of("kind", ""));
    }

    @Test
    void theSameWordNamesDifferentThings() {
        assertThat(PersonId.of("shop").value()).isNotEqualTo(TeamId.of("shop").value());
        assertThat(IntegrationId.of("shop").value())
                .isNotEqualTo(ServiceId.of("shop").value());
        assertThat(PolicyId.of("shop").value())
                .isNotEqualTo(ChannelId.of("shop").value());
    }

    @Test
    void theValuesOfAGroupDoNotRunIntoEachOther() {
        assertThat(GroupId.of("rule", "a, b")).isNotEqualTo(GroupId.of("rule", "a", "b"));
    }

    @Test
    void aNumberAndItsTextAreOnePart() {
        assertThat(Ids.of("kind", 1)).isEqualTo(Ids.of("kind", "1"));
    }
}
