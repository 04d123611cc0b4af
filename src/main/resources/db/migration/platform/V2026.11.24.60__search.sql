-- What full-text search stands on: text is folded character by character and cut into all pairs of neighbours. Whatever contains a word of two
-- or more characters contains its pairs, so an index over the pairs loses nothing; whether they stand side by side is asked of the folded text.

create function search_fold(original text) returns text
    language sql immutable strict parallel safe return
    translate(original,
        '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚABCDEFGHIJKLMNOPQRSTUVWXYZ'
            || '〔［【（(〕］】）)' || E'\t\n\r\u00a0\u3000',
        '0123456789abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz'
            || '[[[[[]]]]]' || '     ');
comment on function search_fold(text) is
    'every character becomes one character, so that a place in the folded text is the same place in the original; io.duban.platform.search.Phrase folds what is asked for in the same way';

create function search_pairs(folded text) returns text[]
    language sql immutable strict parallel safe cost 100000 return
    coalesce((
        select array_agg(distinct one || next) from (
            select c as one, lead(c) over (order by n) as next
            from unnest(string_to_array(folded, null)) with ordinality as characters (c, n)) neighbours
        where next is not null and one <> ' ' and next <> ' '), '{}');
comment on function search_pairs(text) is
    'cut once for each text that is written, to be indexed; far too dear to be evaluated for the rows of a search, and its cost says so to the planner';
