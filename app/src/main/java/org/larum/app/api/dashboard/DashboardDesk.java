package org.larum.app.api.dashboard;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.WordCursor;
import org.larum.app.api.config.ConfigDesk;
import org.larum.app.api.dashboard.DashboardView.BoardPanel;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.rulebook.RuleBook.Version;
import org.larum.app.security.Permission;
import org.larum.app.security.Who;
import org.larum.domain.directory.Dashboard;
import org.larum.domain.directory.DashboardId;
import org.larum.domain.directory.Entry;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ReportPlan.Filters;
import org.larum.domain.shared.Refusal;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;
import org.larum.projections.shared.Page.Asked;

/** Shows and keeps the boards of people; those of a file are only shown. Blocking. */
final class DashboardDesk {

    /** More are no help to find anything. */
    private static final int MOST = 50;

    private final ConfigDesk config;
    private final DashboardLinkTable links;
    private final RuleBook rules;
    private final Names names;

    DashboardDesk(ConfigDesk config, DashboardLinkTable links, RuleBook rules, Names names) {
        this.config = config;
        this.links = links;
        this.rules = rules;
        this.names = names;
    }

    public record PanelWish(
            @Nullable String show,
            @Nullable List<String> teams,
            @Nullable List<String> services,
            @Nullable List<String> severities) {}

    /** {@code range}: 7d, 30d, 90d or 365d; teams and services by their words. */
    public record DashboardWish(
            @Nullable String name,
            @Nullable String range,
            @Nullable List<PanelWish> panels,
            @Nullable List<String> teams,
            @Nullable List<String> services,
            @Nullable List<String> severities) {}

    public record BoardDeleted(String word) {}

    // ------------------------------------------------------------ shown

    /** Of everybody, by word. */
    Page<DashboardView> list(Who who, Asked asked) {
        var after = WordCursor.read(asked.after());
        var found = boards().filter(version -> word(version).compareTo(after) > 0)
                .sorted(Comparator.comparing(DashboardDesk::word))
                .limit(asked.limit() + 1L)
                .toList();
        var items = found.stream()
                .limit(asked.limit())
                .map(version -> view(version, who))
                .toList();
        return new Page<>(
                items,
                found.size() > asked.limit() ? WordCursor.write(items.getLast().word()) : null);
    }

    DashboardView show(String word, Who who) {
        return view(found(word), who);
    }

    Dashboard board(String word) {
        return (Dashboard) found(word).definition();
    }

    /** To give it to those who do not sign in: its owner and administrators. */
    Dashboard shareable(String word, Who who) {
        var version = found(word);
        if (!isTheirs(version, who)) {
            throw notYours();
        }
        return (Dashboard) version.definition();
    }

    private Stream<Version> boards() {
        return rules.inUse().filter(version -> version.definition() instanceof Dashboard);
    }

    private static String word(Version version) {
        return version.definition().word();
    }

    private Version found(String word) {
        return rules.latest(DashboardId.of(word).value())
                .filter(version -> !version.isRetired() && version.definition() instanceof Dashboard)
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.NOT_FOUND,
                        "no_such_board",
                        "There is no such board, or it was deleted. Those that are there stand at /api/dashboards."));
    }

    private static boolean isTheirs(Version version, Who who) {
        var owner = ((Dashboard) version.definition()).owner();
        return who.may(Permission.ADMINISTER) || (owner != null && owner.equals(who.person()));
    }

    private DashboardView view(Version version, Who who) {
        var board = (Dashboard) version.definition();
        boolean isOfFile = !version.origin().equals(Entry.API);
        boolean isTheirs = isTheirs(version, who);
        return new DashboardView(
                board.word(),
                board.name(),
                board.days() + "d",
                board.panels().stream().map(this::panel).toList(),
                teams(board.filters()),
                services(board.filters()),
                severities(board.filters()),
                board.owner() == null ? null : names.person(board.owner().value()),
                isOfFile ? version.origin() : null,
                isTheirs && !isOfFile,
                isTheirs,
                version.since());
    }

    private BoardPanel panel(Dashboard.Panel panel) {
        return new BoardPanel(
                panel.show().word(), teams(panel.filters()), services(panel.filters()), severities(panel.filters()));
    }

    private List<Named> teams(Filters filters) {
        return filters.teams().stream().map(id -> names.team(id.value())).toList();
    }

    private List<Named> services(Filters filters) {
        return filters.services().stream().map(id -> names.service(id.value())).toList();
    }

    private static List<String> severities(Filters filters) {
        return filters.severities().stream()
                .map(severity -> severity.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    // ------------------------------------------------------------ kept

    /** @param word under which it is kept from now on: the same write again has the same one */
    DashboardView make(String word, DashboardWish wish, Who who, Write write) {
        var owner = person(who);
        boolean isNew = rules.latest(DashboardId.of(word).value()).isEmpty();
        if (isNew && boards().filter(version -> isOf(owner, version)).count() >= MOST) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "too_many_boards",
                    "You have " + MOST + " boards, as many as there can be. Nothing was saved. Delete one first.");
        }
        config.board(word, fields(wish, owner), write);
        return show(word, who);
    }

    private static boolean isOf(PersonId owner, Version version) {
        return owner.equals(((Dashboard) version.definition()).owner());
    }

    DashboardView change(String word, DashboardWish wish, Who who, Write write) {
        var board = editable(word, who);
        config.board(board.word(), fields(wish, board.owner()), write);
        return show(word, who);
    }

    /** Whoever has an address of it sees nothing more. */
    BoardDeleted delete(String word, Who who, Write write) {
        var gone = rules.latest(DashboardId.of(word).value()).filter(Version::isRetired);
        if (gone.isEmpty()) {
            editable(word, who);
            config.deleteBoard(word, write);
            links.deleteAllOf(DashboardId.of(word).value());
        }
        return new BoardDeleted(word);
    }

    private Dashboard editable(String word, Who who) {
        var version = found(word);
        if (!version.origin().equals(Entry.API)) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "owned_by_file",
                    "This board is described in " + version.origin()
                            + ", which would undo this. Nothing was changed. Change it there and apply the file again,"
                            + " or save it as a board of your own.");
        }
        if (!isTheirs(version, who)) {
            throw notYours();
        }
        return (Dashboard) version.definition();
    }

    private static Refusal notYours() {
        return new Refusal(
                Refusal.Kind.FORBIDDEN,
                "not_yours",
                "This board belongs to somebody else. Nothing was changed. Save it as a board of your own, or ask its"
                        + " owner or an administrator.");
    }

    static PersonId person(Who who) {
        var person = who.person();
        if (person == null) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "no_person",
                    "Boards belong to people who have signed in; a token has none. Describe it under \"dashboards\" in"
                            + " the configuration instead.");
        }
        return person;
    }

    /** In the fields of the file; who reads that finds what is wrong with it. */
    private Map<String, Object> fields(DashboardWish wish, @Nullable PersonId owner) {
        var fields = new LinkedHashMap<String, Object>();
        put(fields, "name", wish.name());
        put(fields, "range", wish.range());
        var panels = wish.panels();
        put(
                fields,
                "panels",
                panels == null
                        ? null
                        : panels.stream().map(DashboardDesk::fields).toList());
        filters(fields, wish.teams(), wish.services(), wish.severities());
        var known = owner == null ? null : rules.latest(owner.value()).filter(version -> !version.isRetired());
        put(
                fields,
                "owner",
                known == null ? null : known.map(DashboardDesk::word).orElse(null));
        return fields;
    }

    @SuppressWarnings("NullAway") // an element may be null in what is sent
    private static Map<String, Object> fields(PanelWish panel) {
        var fields = new LinkedHashMap<String, Object>();
        if (panel != null) {
            put(fields, "show", panel.show());
            filters(fields, panel.teams(), panel.services(), panel.severities());
        }
        return fields;
    }

    private static void filters(
            Map<String, Object> fields,
            @Nullable List<String> teams,
            @Nullable List<String> services,
            @Nullable List<String> severities) {
        put(fields, "teams", given(teams));
        put(fields, "services", given(services));
        put(fields, "severities", given(severities));
    }

    private static @Nullable List<String> given(@Nullable List<String> words) {
        return words == null || words.isEmpty() ? null : words;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
