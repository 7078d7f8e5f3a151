package org.larum.projections.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Ids;
import org.larum.domain.status.ComponentState;
import org.larum.domain.status.StatusEvent.Planned;
import org.larum.domain.status.Visibility;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;
import org.larum.projections.shared.Page.Positioned;
import org.larum.projections.status.NoticeView.AffectedEntry;
import org.larum.projections.status.NoticeView.PlannedTime;
import org.larum.projections.status.NoticeView.PostView;
import org.larum.projections.status.StatusPageView.AffectedComponent;
import org.larum.projections.status.StatusPageView.ShownComponent;
import org.larum.projections.status.StatusPageView.ShownNotice;
import org.larum.projections.status.StatusPageView.ShownPost;
import org.larum.projections.status.StatusPageView.StatusHistoryView;
import org.larum.projections.status.StatusQuery.Components;
import org.larum.projections.status.StatusQuery.News;
import org.larum.projections.status.StatusQuery.Notices;
import org.larum.projections.status.StatusQuery.OneNotice;
import org.larum.projections.status.StatusQuery.StatusHistory;
import org.larum.projections.status.StatusQuery.StatusPage;
import org.larum.projections.status.StatusTable.ComponentRow;
import org.larum.projections.status.StatusTable.NoticeRow;
import org.larum.projections.status.StatusTable.PostRow;
import org.larum.projections.status.StatusTable.SpanRow;

/** Answers what the status page shows, to those outside and to those who publish. */
public final class StatusAnswers {

    private static final int MOST_OPEN = 50;
    private static final int PAGE = 20;

    private final StatusTable table;
    private final Names names;

    public StatusAnswers(StatusTable table, Names names) {
        this.table = table;
        this.names = names;
    }

    /** Grows whenever anything changed that the page shows. */
    public long version() {
        return table.version();
    }

    // ------------------------------------------------------------ for those outside

    public StatusPageView answer(StatusPage query) {
        var rows = table.shown();
        var spans = table.spans(query.audience(), DayBars.from(query.now())).stream()
                .collect(Collectors.groupingBy(
                        SpanRow::service, Collectors.mapping(SpanRow::span, Collectors.toList())));
        var components = rows.stream()
                .map(row -> shown(row, spans.getOrDefault(row.service(), List.of()), query.now()))
                .toList();
        var state = spans.entrySet().stream()
                .filter(entry -> rows.stream().anyMatch(row -> row.service().equals(entry.getKey())))
                .map(entry -> now(entry.getValue()))
                .reduce(ComponentState.OPERATIONAL, StatusAnswers::worse);
        var open = shown(table.openNotices(query.audience(), MOST_OPEN), rows);
        var newest = answer(new StatusHistory(query.audience(), null));
        return new StatusPageView(StatusTable.word(state), changed(open, newest, rows), components, open, newest);
    }

    private static @Nullable Instant changed(
            List<ShownNotice> open, StatusHistoryView newest, List<ComponentRow> components) {
        return Stream.of(
                        open.stream().map(ShownNotice::changedAt),
                        newest.items().stream().map(ShownNotice::changedAt),
                        components.stream().map(ComponentRow::since))
                .flatMap(times -> times)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static ShownComponent shown(ComponentRow row, List<DayBars.Span> spans, Instant now) {
        var bars = new DayBars(row.since(), spans, now);
        var days = new ArrayList<String>(DayBars.DAYS);
        for (var day : bars.days()) {
            days.add(day == null ? "unknown" : StatusTable.word(day));
        }
        return new ShownComponent(
                outsideName(row.service()),
                row.name(),
                row.group(),
                StatusTable.word(now(spans)),
                days,
                bars.percentWithoutOutage());
    }

    private static ComponentState now(List<DayBars.Span> spans) {
        return spans.stream()
                .filter(span -> span.ends() == null)
                .map(DayBars.Span::state)
                .reduce(ComponentState.OPERATIONAL, StatusAnswers::worse);
    }

    private static ComponentState worse(ComponentState a, ComponentState b) {
        return b.isWorseThan(a) ? b : a;
    }

    /** What a component is called outside, where no id of ours is told. */
    public static UUID outsideName(UUID service) {
        return Ids.of("status-part", service);
    }

    /** Empty until it is known here. */
    public Optional<NewsView> answer(News query) {
        var found = table.find(query.notice().value());
        var said = found.isEmpty()
                ? List.<PostRow>of()
                : table.posts(List.of(query.notice().value()));
        if (said.size() <= query.number()) {
            return Optional.empty();
        }
        var notice = found.orElseThrow();
        var view = notice.view();
        var called = called(table.shown());
        var services = said.stream()
                .limit(query.number() + 1L)
                .flatMap(post -> post.affected().stream())
                .map(one -> one.service().value())
                .filter(called::containsKey)
                .collect(Collectors.toSet());
        var post = shown(said.get(query.number()), Ids.of("status-post", notice.ref(), query.number()), called);
        boolean isPublic = !view.withdrawn() && view.visibility().equals(StatusTable.word(Visibility.PUBLIC));
        return Optional.of(new NewsView(isPublic, view.subject().title(), post, services));
    }

    private static Map<UUID, String> called(List<ComponentRow> components) {
        var called = new HashMap<UUID, String>();
        components.forEach(row -> called.put(row.service(), row.name()));
        return called;
    }

    public StatusHistoryView answer(StatusHistory query) {
        var found = table.history(query.audience(), query.after(), PAGE + 1);
        var page = found.stream().limit(PAGE).toList();
        return new StatusHistoryView(
                shown(page, table.shown()), found.size() > PAGE ? page.getLast().ref() : null);
    }

    /** A service that is not shown is not named, whatever the notice says of it. */
    private List<ShownNotice> shown(List<NoticeRow> rows, List<ComponentRow> components) {
        var called = called(components);
        var said = said(rows);
        return rows.stream()
                .map(row -> shown(row, said.getOrDefault(row.view().id(), List.of()), called))
                .toList();
    }

    private static ShownNotice shown(NoticeRow row, List<PostRow> said, Map<UUID, String> called) {
        var posts = new ArrayList<ShownPost>();
        for (int i = 0; i < said.size(); i++) {
            posts.addFirst(shown(said.get(i), Ids.of("status-post", row.ref(), i), called));
        }
        var view = row.view();
        return new ShownNotice(
                row.ref(),
                view.kind(),
                view.visibility(),
                view.subject().title(),
                view.state(),
                view.subject().publishedAt(),
                view.subject().changedAt(),
                posts);
    }

    private static ShownPost shown(PostRow post, UUID ref, Map<UUID, String> called) {
        var affected = post.affected().stream()
                .map(one -> {
                    var name = called.get(one.service().value());
                    return name == null ? null : new AffectedComponent(name, StatusTable.word(one.state()));
                })
                .filter(Objects::nonNull)
                .toList();
        return new ShownPost(ref, post.at(), post.state(), post.text(), affected, planned(post.planned()));
    }

    private static @Nullable PlannedTime planned(@Nullable Planned planned) {
        return planned == null ? null : new PlannedTime(planned.from(), planned.until());
    }

    private Map<UUID, List<PostRow>> said(Collection<NoticeRow> rows) {
        var ids = rows.stream().map(row -> row.view().id()).toList();
        return ids.isEmpty() ? Map.of() : table.posts(ids).stream().collect(Collectors.groupingBy(PostRow::notice));
    }

    // ------------------------------------------------------------ for those who publish

    public Page<NoticeView> answer(Notices query) {
        var rows = table.find(query.states(), query.asked());
        var said = said(rows);
        return Page.of(
                rows.stream()
                        .map(row -> new Positioned<>(
                                view(row.view(), said.getOrDefault(row.view().id(), List.of())), row.index()))
                        .toList(),
                query.asked());
    }

    public Optional<NoticeView> answer(OneNotice query) {
        return table.find(query.notice())
                .map(row -> view(row.view(), table.posts(List.of(row.view().id()))));
    }

    private NoticeView view(NoticeView notice, List<PostRow> said) {
        return new NoticeView(
                notice.id(),
                notice.kind(),
                notice.visibility(),
                notice.state(),
                notice.withdrawn(),
                notice.subject(),
                said.reversed().stream().map(this::view).toList());
    }

    private PostView view(PostRow post) {
        var affected = post.affected().stream()
                .map(one -> new AffectedEntry(names.service(one.service().value()), StatusTable.word(one.state())))
                .toList();
        return new PostView(
                post.at(),
                post.state(),
                post.text(),
                affected,
                planned(post.planned()),
                ActorView.of(post.by(), names));
    }

    /** The services that are shown now. */
    public List<UUID> shownServices() {
        return table.shown().stream().map(ComponentRow::service).toList();
    }

    public Map<UUID, ComponentView> answer(Components query) {
        var spans = table.open(query.services()).stream()
                .collect(Collectors.groupingBy(
                        SpanRow::service, Collectors.mapping(SpanRow::span, Collectors.toList())));
        return table.components(query.services()).stream()
                .map(row -> new ComponentView(
                        row.service(),
                        row.name(),
                        row.group(),
                        row.place(),
                        row.shown(),
                        row.since(),
                        StatusTable.word(now(spans.getOrDefault(row.service(), List.of())))))
                .collect(Collectors.toMap(ComponentView::service, view -> view));
    }
}
