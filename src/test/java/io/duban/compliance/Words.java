package io.duban.compliance;

import io.duban.compliance.PublishedContract.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words that a thing has when it does what is forbidden: English ones in identifiers, Chinese ones in prose.
 *
 * @param phrases words of an identifier that follow each other, in lower case and without a plural
 */
record Words(List<String> phrases, List<String> chinese) {

    /** Counting how people use the app, scoring and ranking them (domain D1, D16). */
    static final Words OF_USE_AND_SCORE = new Words(
            List.of(
                    "login",
                    "logon",
                    "log in",
                    "log on",
                    "online",
                    "streak",
                    "point",
                    "score",
                    "rank",
                    "ranking",
                    "leaderboard",
                    "badge",
                    "medal",
                    "credit",
                    "like",
                    "upvote",
                    "vote",
                    "thumb",
                    "install",
                    "installation",
                    "usage",
                    "use rate",
                    "open rate",
                    "active",
                    "activity",
                    "activeness",
                    "dwell",
                    "session time",
                    "screen time",
                    "study time",
                    "study hour",
                    "last seen",
                    "visit count",
                    "view count",
                    "presence",
                    "duration",
                    "grade",
                    "star",
                    "merit"),
            List.of(
                    "登录次数", "登录时长", "在线", "使用时长", "学习时长", "学时", "积分", "得分", "评分", "打分", "排名", "排行", "名次", "点赞", "投票",
                    "安装率", "安装量", "使用率", "活跃", "日活", "连续登录", "强制登录", "星级"));

    /** Saying that somebody was there (domain D1; 签收 is signing for a paper and no 签到). */
    static final Words OF_ATTENDANCE = new Words(
            List.of(
                    "check in",
                    "checkin",
                    "check out",
                    "checkout",
                    "attendance",
                    "attend",
                    "punch",
                    "clock in",
                    "clock out",
                    "roll call",
                    "sign in",
                    "signin",
                    "arrival",
                    "on duty at"),
            List.of("打卡", "签到", "签退", "考勤", "点名", "到岗"));

    /** Where people went (domain D14). */
    static final Words OF_TRACKS = new Words(
            List.of(
                    "track",
                    "trajectory",
                    "trace route",
                    "waypoint",
                    "breadcrumb",
                    "geofence",
                    "last position",
                    "footprint"),
            List.of("轨迹", "行踪", "电子围栏", "实时位置"));

    /** What units and persons are appraised by (domain D18, A.9). */
    static final Words OF_APPRAISAL = new Words(
            List.of("appraisal", "appraise", "assessment", "kpi", "performance", "indicator", "evaluation"),
            List.of("考核", "绩效", "考评", "评优", "测评"));

    /** Demanding a photo. */
    static final Words OF_DEMANDED_PHOTOS = new Words(
            List.of(
                    "photo required",
                    "require photo",
                    "photo mandatory",
                    "photo must",
                    "min photo",
                    "photo min",
                    "photo at least",
                    "video required",
                    "picture required"),
            List.of("必须上传照片", "必须拍照", "强制拍照", "须附照片", "必须上传视频"));

    /** The same without some that mean something else where one looks. */
    Words but(Set<String> innocent) {
        return new Words(
                phrases.stream().filter(phrase -> !innocent.contains(phrase)).toList(), chinese);
    }

    /** The names that hold one of the English words. */
    Stream<String> in(List<Named> identifiers) {
        return identifiers.stream().flatMap(named -> {
            var words = " " + split(named.text()) + " ";
            return phrases.stream()
                    .filter(phrase -> words.contains(" " + phrase + " "))
                    .map(phrase -> named.where() + ": " + phrase);
        });
    }

    /** The sentences that hold one of the Chinese words. */
    Stream<String> inProse(List<Named> prose) {
        return prose.stream()
                .flatMap(
                        said -> chinese.stream().filter(said.text()::contains).map(word -> said.where() + ": " + word));
    }

    /** {@code hotlineTicketIDs}, {@code hotline_ticket_id} and {@code /hotline-tickets/id} are all {@code hotline ticket id}. */
    static String split(String identifier) {
        var words = identifier
                .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .split("[^a-z\\u4e00-\\u9fff]+");
        return String.join(" ", Arrays.stream(words).map(Words::singular).toList());
    }

    private static String singular(String word) {
        return word.length() > 2 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    /** Those that no entry of the list speaks for. */
    static List<String> without(Map<String, String> allowed, Stream<String> found) {
        return found.filter(hit -> !allowed.containsKey(hit)).distinct().toList();
    }

    /** Entries that speak for nothing any more. */
    static Set<String> stale(Map<String, String> allowed, Stream<String> found) {
        var left = new java.util.TreeSet<>(allowed.keySet());
        found.forEach(left::remove);
        return left;
    }
}
