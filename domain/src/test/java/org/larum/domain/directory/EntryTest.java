package org.larum.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.FILE;
import static org.larum.domain.directory.DirectoryExamples.MAIL;
import static org.larum.domain.directory.DirectoryExamples.ada;
import static org.larum.domain.directory.DirectoryExamples.changeRecorded;
import static org.larum.domain.directory.DirectoryExamples.chat;
import static org.larum.domain.directory.DirectoryExamples.checkoutService;
import static org.larum.domain.directory.DirectoryExamples.linus;
import static org.larum.domain.directory.DirectoryExamples.mail;
import static org.larum.domain.directory.DirectoryExamples.onCall;
import static org.larum.domain.directory.DirectoryExamples.prometheus;
import static org.larum.domain.directory.DirectoryExamples.recordChange;
import static org.larum.domain.directory.DirectoryExamples.retired;
import static org.larum.domain.directory.DirectoryExamples.sealed;
import static org.larum.domain.directory.DirectoryExamples.shopTeam;
import static org.larum.domain.shared.Refusal.Kind.CONFLICT;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.Definition.Team;
import org.larum.domain.directory.DirectoryCommand.Define;
import org.larum.domain.directory.DirectoryCommand.Retire;
import org.larum.domain.shared.Refused;

class EntryTest {

    private final AggregateTestFixture<Entry> entry = new AggregateTestFixture<>(Entry.class);

    private static Define define(Definition definition, String origin) {
        return new Define(definition.id().value(), definition, origin);
    }

    private static Team smallerTeam() {
        return new Team(shopTeam().id(), "shop", "Shop", List.of());
    }

    @Nested
    class DefineIt {

        static Stream<Definition> everyKind() {
            return Stream.of(ada(), linus(), shopTeam(), checkoutService(), onCall(), prometheus(), mail(), chat());
        }

        @ParameterizedTest
        @MethodSource("everyKind")
        void itIsDefinedInItsFirstVersion(Definition definition) {
            entry.givenNoPriorActivity().when(define(definition, FILE)).expectEvents(definition.defined(1, FILE));
        }

        @ParameterizedTest
        @MethodSource("everyKind")
        void theSameDefinitionTwiceChangesNothing(Definition definition) {
            entry.given(definition.defined(1, FILE))
                    .when(define(definition, FILE))
                    .expectNoEvents();
        }

        @ParameterizedTest
        @MethodSource("everyKind")
        void whatIsRetiredComesBackInANewVersion(Definition definition) {
            entry.given(definition.defined(1, FILE), retired(definition, FILE))
                    .when(define(definition, FILE))
                    .expectEvents(definition.defined(2, FILE));
        }

        @Test
        void aChangeIsTheNextVersion() {
            entry.given(shopTeam().defined(1, FILE))
                    .when(define(smallerTeam(), FILE))
                    .expectEvents(smallerTeam().defined(2, FILE));
        }

        @Test
        void aFileTakesOverWhatPeopleDefined() {
            entry.given(shopTeam().defined(1, Entry.API))
                    .when(define(shopTeam(), FILE))
                    .expectEvents(shopTeam().defined(2, FILE));
        }

        @Test
        void peopleMayNotChangeWhatAFileOwns() {
            entry.given(shopTeam().defined(1, FILE))
                    .when(define(smallerTeam(), Entry.API))
                    .expectException(Refused.with(CONFLICT, "owned_by_file"));
        }

        @Test
        void whatTheFileNoLongerNamesIsFree() {
            entry.given(shopTeam().defined(1, FILE), retired(shopTeam(), FILE))
                    .when(define(smallerTeam(), Entry.API))
                    .expectEvents(smallerTeam().defined(2, Entry.API));
        }
    }

    @Nested
    class RetireIt {

        private final UUID shop = shopTeam().id().value();

        @Test
        void itIsOutOfUse() {
            entry.given(shopTeam().defined(1, FILE))
                    .when(new Retire(shop, FILE))
                    .expectEvents(retired(shopTeam(), FILE));
        }

        @Test
        void itIsRetiredOnce() {
            entry.given(shopTeam().defined(1, FILE), retired(shopTeam(), FILE))
                    .when(new Retire(shop, FILE))
                    .expectNoEvents();
        }

        @Test
        void peopleMayNotRetireWhatAFileOwns() {
            entry.given(shopTeam().defined(1, FILE))
                    .when(new Retire(shop, Entry.API))
                    .expectException(Refused.with(CONFLICT, "owned_by_file"));
        }

        @Test
        void peopleRetireWhatPeopleDefined() {
            entry.given(mail().defined(1, Entry.API))
                    .when(new Retire(MAIL.value(), Entry.API))
                    .expectEvents(retired(mail(), Entry.API));
        }
    }

    /** A value that is sealed anew has another cipher: only its fingerprint can tell whether it is the same. */
    @Nested
    class SealedFields {

        static Stream<Object[]> people() {
            var a = ada();
            var again = new Sealed("another cipher", "fingerprint of Ada Lovelace");
            var mailAgain = new Sealed("another cipher", "fingerprint of ada@example.com");
            return Stream.of(
                    row("sealed anew", new Person(a.id(), "ada", again, mailAgain, a.timeZone(), false), true),
                    row(
                            "another name",
                            new Person(a.id(), "ada", sealed("Ada"), a.email(), a.timeZone(), false),
                            false),
                    row("another address", new Person(a.id(), "ada", again, sealed("a@b"), a.timeZone(), false), false),
                    row("no address", new Person(a.id(), "ada", again, null, a.timeZone(), false), false),
                    row("another zone", new Person(a.id(), "ada", again, mailAgain, "UTC", false), false),
                    row("another role", new Person(a.id(), "ada", again, mailAgain, a.timeZone(), true), false),
                    row("another word", new Person(a.id(), "al", again, mailAgain, a.timeZone(), false), false),
                    row("another person", linus(), false),
                    row("not a person", shopTeam(), false));
        }

        private static Object[] row(String what, Definition other, boolean isSame) {
            return new Object[] {what, other, isSame};
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("people")
        void peopleAreComparedByFingerprint(String what, Definition other, boolean isSame) {
            assertThat(ada().isSameAs(other)).as(what).isEqualTo(isSame);
        }

        @Test
        void anAddressThatIsAddedIsAChange() {
            var l = linus();
            var withAddress = new Person(l.id(), "linus", l.name(), sealed("l@example.com"), l.timeZone(), true);
            assertThat(l.isSameAs(withAddress)).isFalse();
            assertThat(l.isSameAs(linus())).isTrue();
        }
    }

    @Nested
    class Change {

        private final AggregateTestFixture<ServiceChange> change = new AggregateTestFixture<>(ServiceChange.class);

        @Test
        void aChangeIsRecordedOnce() {
            change.givenNoPriorActivity().when(recordChange()).expectEvents(changeRecorded());
            change.given(changeRecorded()).when(recordChange()).expectNoEvents();
        }
    }
}
