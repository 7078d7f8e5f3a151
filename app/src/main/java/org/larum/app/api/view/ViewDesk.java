package org.larum.app.api.view;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.FilterWish;
import org.larum.app.api.view.ViewTable.Row;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.Permission;
import org.larum.app.security.Who;
import org.larum.domain.directory.Definition.Team;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.TeamId;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.projections.shared.Cursor;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.shared.Page.Positioned;

/** Keeps the views of people. Blocking. */
final class ViewDesk {

    /** More are no help to find anything. */
    private static final int MOST = 50;

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_FILTER = 1000;

    private final Commands commands;
    private final Idempotency idempotency;
    private final ViewTable table;
    private final RuleBook rules;
    private final Names names;
    private final Time time;

    ViewDesk(Commands commands, Idempotency idempotency, ViewTable table, RuleBook rules, Names names, Time time) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.table = table;
        this.rules = rules;
        this.names = names;
        this.time = time;
    }

    /** {@code team}: share it with this team; {@code first}: begin with it. */
    public record ViewWish(
            @Nullable String name,
            @Nullable FilterWish filter,
            @Nullable String order,
            @Nullable String team,
            @Nullable Boolean first) {}

    Page<SavedView> list(Who who, Asked asked) {
        var person = person(who);
        var found =
                table.find(person.value(), teams(person), Cursor.read(asked.after(), -1), asked.limit() + 1).stream()
                        .map(row -> new Positioned<>(view(row, who), row.position()))
                        .toList();
        return Page.of(found, asked);
    }

    SavedView make(UUID id, ViewWish wish, Who who, Write write) {
        var person = person(who);
        return commands.inOneUnit(() -> idempotency.once(write, SavedView.class, () -> {
            table.lock(person.value());
            if (table.count(person.value()) >= MOST) {
                throw refused(
                        Refusal.Kind.CONFLICT,
                        "too_many_views",
                        "You have " + MOST + " views, as many as there can be. Delete one first.");
            }
            return put(id, person, wish, who);
        }));
    }

    SavedView change(UUID id, ViewWish wish, Who who, Write write) {
        return commands.inOneUnit(() -> idempotency.once(write, SavedView.class, () -> {
            var owner = new PersonId(editable(id, who).owner());
            table.lock(owner.value());
            return put(id, owner, wish, who);
        }));
    }

    private SavedView put(UUID id, PersonId owner, ViewWish wish, Who who) {
        var name = name(wish.name());
        if (table.isTaken(owner.value(), name, id)) {
            throw refused(Refusal.Kind.CONFLICT, "name_taken", "There is a view called \"" + name + "\" already.");
        }
        var order = Asking.order(wish.order()).name().toLowerCase(Locale.ROOT);
        table.put(
                id, owner.value(), team(wish.team(), owner, who), name, filter(wish.filter(), who), order, time.now());
        first(id, wish.first(), who);
        return one(id, who);
    }

    /** Whoever sees a view may begin with it. */
    SavedView begin(UUID id, boolean isFirst, Who who, Write write) {
        return commands.inOneUnit(() -> idempotency.once(write, SavedView.class, () -> {
            one(id, who);
            first(id, isFirst, who);
            return one(id, who);
        }));
    }

    private void first(UUID id, @Nullable Boolean isFirst, Who who) {
        var person = person(who).value();
        if (Boolean.TRUE.equals(isFirst)) {
            table.begin(person, id);
        } else if (Boolean.FALSE.equals(isFirst)) {
            table.beginNoMore(person, id);
        }
    }

    public record Deleted(UUID id) {}

    Deleted delete(UUID id, Who who, Write write) {
        return commands.inOneUnit(() -> idempotency.once(write, Deleted.class, () -> {
            editable(id, who);
            table.delete(id);
            return new Deleted(id);
        }));
    }

    private SavedView one(UUID id, Who who) {
        return view(seen(id, who), who);
    }

    private Row seen(UUID id, Who who) {
        var person = person(who);
        return table.find(id, person.value())
                .filter(row -> isEditable(row, who) || teams(person).contains(row.team()))
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.NOT_FOUND,
                        "no_such_view",
                        "There is no such view, or it is not shared with you. The list is at /api/views."));
    }

    private Row editable(UUID id, Who who) {
        var row = seen(id, who);
        if (!isEditable(row, who)) {
            throw refused(
                    Refusal.Kind.FORBIDDEN,
                    "not_yours",
                    "This view belongs to somebody else. Save it under a name of your own.");
        }
        return row;
    }

    /** Its owner's, and an administrator's when it is shared: whoever made it may have gone. */
    private static boolean isEditable(Row row, Who who) {
        return row.owner().equals(person(who).value()) || (row.team() != null && who.may(Permission.ADMINISTER));
    }

    private SavedView view(Row row, Who who) {
        return new SavedView(
                row.id(),
                row.name(),
                row.filter(),
                row.order(),
                names.person(row.owner()),
                row.team() == null ? null : names.team(row.team()),
                isEditable(row, who),
                row.isFirst(),
                row.changedAt());
    }

    private static PersonId person(Who who) {
        var person = who.person();
        if (person == null) {
            throw refused(
                    Refusal.Kind.INVALID, "no_person", "Views belong to people who have signed in; a token has none.");
        }
        return person;
    }

    private Set<UUID> teams(PersonId person) {
        return rules.inUse()
                .filter(version -> version.definition() instanceof Team team
                        && team.members().contains(person))
                .map(version -> ((Team) version.definition()).id().value())
                .collect(Collectors.toSet());
    }

    private @Nullable UUID team(@Nullable String text, PersonId owner, Who who) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var id = Asking.uuid(text);
        var team = id == null ? TeamId.of(text.strip()) : new TeamId(id);
        boolean isKnown = rules.now().team(team).isPresent();
        if (!isKnown || !(teams(owner).contains(team.value()) || who.may(Permission.ADMINISTER))) {
            throw refused(
                    Refusal.Kind.INVALID,
                    "bad_team",
                    "\"" + text.strip()
                            + "\" is no team that you are a member of; a view is shared with one of those.");
        }
        return team.value();
    }

    private static String name(@Nullable String text) {
        var name = text == null ? "" : text.strip();
        boolean isPlain = name.chars().noneMatch(Character::isISOControl);
        if (name.isEmpty() || name.length() > LONGEST_NAME || !isPlain) {
            throw refused(
                    Refusal.Kind.INVALID,
                    "bad_name",
                    "\"name\" must have 1 to " + LONGEST_NAME + " characters on one line.");
        }
        return name;
    }

    /** It is read once, so that nothing is kept that could not be asked for. */
    private static FilterWish filter(@Nullable FilterWish wish, Who who) {
        var filter = wish == null ? FilterWish.ANY : wish;
        filter.read(who);
        if (filter.toString().length() > LONGEST_FILTER || filter.toString().indexOf('\0') >= 0) {
            throw refused(Refusal.Kind.INVALID, "bad_filter", "This filter is longer than can be kept. Choose less.");
        }
        return filter;
    }

    private static Refusal refused(Refusal.Kind kind, String code, String sentence) {
        return new Refusal(kind, code, sentence + " Nothing was changed.");
    }
}
