package org.larum.domain.feedback;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What words say, in English and Chinese. Small on purpose: of what people write about pages, most is in few words. */
final class Lexicon {

    /** One tag of a category, and the words for it. */
    private static final String SUBJECTS = """
            performance | speed       | slow; slowly; slower; fast; faster; quick; quickly; laggy; lag; latency; sluggish; takes forever; took forever; long time; 慢; 快; 卡; 卡顿; 延迟; 迟
            performance | load        | cpu; memory; load; heavy; overload; overloaded; freeze; freezes; frozen; hang; hangs; hung; timeout; timed out; 内存; 负载; 超时; 卡死
            usability   | wording     | unclear; clear; confusing; confused; vague; cryptic; wording; description; understand; text; title; 清楚; 清晰; 看不懂; 难懂; 混乱; 描述; 标题; 内容
            usability   | navigation  | find; click; button; menu; layout; screen; page layout; mobile; phone; easy to use; hard to use; intuitive; 找不到; 按钮; 菜单; 界面; 页面; 手机; 好用; 难用; 方便
            usability   | noise       | noise; noisy; spam; spammy; duplicate; duplicated; repeated; flapping; too many; again and again; 噪音; 重复; 太多; 骚扰; 误报
            features    | runbook     | runbook; playbook; documentation; docs; link; 手册; 文档; 链接; 预案
            features    | context     | graph; chart; dashboard; metric; log; context; history; 图表; 日志; 上下文; 历史; 指标
            features    | wish        | missing; lack; lacks; wish; want; feature; would like; would be nice; could be added; please add; should have; support for; 缺少; 希望; 增加; 建议; 想要; 功能; 支持
            features    | integration | integration; integrate; slack; api; export; webhook; jira; 集成; 导出; 接口; 对接
            reliability | delivery    | arrived; arrive; delivered; lost; missed; never got; never came; did not get; not received; received; 收到; 丢失; 漏报; 漏掉
            reliability | failure     | crash; crashed; broken; broke; bug; buggy; error; fail; failed; failure; outage; down; unstable; stable; reliable; unreliable; works; worked; working; 崩溃; 错误; 失败; 故障; 宕机; 稳定; 可靠
            reliability | routing     | wrong person; wrong team; wrong service; misrouted; not my team; not mine; not my service; escalation; escalated; 找错人; 错人; 不是我的; 升级
            """;

    private static final String FEELINGS = """
             2 | great; excellent; perfect; love; fantastic; awesome; amazing; wonderful; 太好; 太棒; 完美; 优秀; 非常好; 喜欢
             1 | good; nice; useful; helpful; helped; clear; fast; faster; quick; quickly; easy; easy to use; thank; thanks; reliable; stable; work; worked; working; fine; smooth; smoothly; well; better; intuitive; 好; 不错; 有用; 清楚; 清晰; 快; 满意; 感谢; 谢谢; 方便; 稳定; 可靠; 好用; 棒; 有帮助; 及时
            -1 | bad; slow; slowly; slower; laggy; lag; sluggish; unclear; confusing; confused; vague; cryptic; noise; noisy; spam; annoying; hard; hard to use; difficult; broken; bug; buggy; missing; lack; lost; missed; wrong; late; fail; failed; failure; error; crash; crashed; unstable; unreliable; too many; too long; takes forever; took forever; flapping; problem; poor; worse; timeout; stuck; never got; never came; 慢; 卡; 卡顿; 延迟; 差; 混乱; 难懂; 看不懂; 难用; 噪音; 重复; 太多; 骚扰; 误报; 缺少; 错误; 失败; 漏报; 丢失; 麻烦; 找不到; 找错人; 错人; 坏
            -2 | terrible; awful; useless; worst; horrible; hate; unusable; nightmare; disaster; pointless; 糟糕; 太差; 垃圾; 没用; 无用; 讨厌; 崩溃; 非常差
            """;

    private static final Set<String> NEGATIONS =
            Set.of("not", "no", "never", "without", "hardly", "cannot", "nothing", "nobody", "不", "没", "无", "未", "别");

    private static final Set<String> STRENGTHS =
            Set.of("very", "really", "extremely", "so", "totally", "很", "太", "非", "最", "极");

    /** What is said with every comment, whatever it is about. */
    static final Set<String> FILLING = words(
            "a an the this that these those it its is are was were be been am i we you he she they me my our your to of in on at"
                    + " for from with and or but so very really just also too as by has have had do does did will would can could"
                    + " there here then than 的 了 是 我 我们 这 那 个 很 太 都 也 在 有 和 就 还");

    /** The phrases that begin with a word, longest first. */
    private static final Map<String, List<Phrase>> SUBJECT_PHRASES = read(SUBJECTS);

    private static final Map<String, List<Phrase>> FEELING_PHRASES = read(FEELINGS);

    private Lexicon() {}

    /** {@code row}: the fields of the row that it stands in, before its words. */
    record Phrase(List<String> words, List<String> row) {

        Category category() {
            return Category.valueOf(row.getFirst().toUpperCase(Locale.ROOT));
        }

        String tag() {
            return row.getLast();
        }

        int feeling() {
            return Integer.parseInt(row.getFirst());
        }
    }

    static @Nullable Phrase subject(List<String> words, int at) {
        return longest(SUBJECT_PHRASES, words, at);
    }

    static @Nullable Phrase feeling(List<String> words, int at) {
        return longest(FEELING_PHRASES, words, at);
    }

    static boolean isNegation(String word) {
        return NEGATIONS.contains(word) || word.endsWith("n't");
    }

    static boolean isStrength(String word) {
        return STRENGTHS.contains(word);
    }

    private static @Nullable Phrase longest(Map<String, List<Phrase>> phrases, List<String> words, int at) {
        for (var phrase : phrases.getOrDefault(words.get(at), List.of())) {
            int end = at + phrase.words().size();
            if (end <= words.size() && words.subList(at, end).equals(phrase.words())) {
                return phrase;
            }
        }
        return null;
    }

    private static Map<String, List<Phrase>> read(String table) {
        var phrases = new HashMap<String, List<Phrase>>();
        table.lines().forEach(line -> {
            var fields = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            var row = fields.subList(0, fields.size() - 1);
            for (var text : fields.getLast().split(";")) {
                var words = Words.of(text);
                phrases.merge(words.getFirst(), List.of(new Phrase(words, row)), Lexicon::longestFirst);
            }
        });
        return phrases;
    }

    private static List<Phrase> longestFirst(List<Phrase> known, List<Phrase> more) {
        return Stream.concat(known.stream(), more.stream())
                .sorted(Comparator.comparingInt(
                                (Phrase phrase) -> phrase.words().size())
                        .reversed())
                .toList();
    }

    private static Set<String> words(String text) {
        return Words.of(text).stream().collect(Collectors.toUnmodifiableSet());
    }
}
