-- The holiday arrangements as announced, and the deadline rules every district starts with. Both are data: a district adds
-- its own versions, it does not edit these.

insert into work_calendar_year (year, version, notice) values
    (2025, '2025.1', '国务院办公厅关于2025年部分节假日安排的通知'),
    (2026, '2026.1', '国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）');

insert into work_calendar_day (day, kind, notice, version)
select day::date, 'OFF', year.notice, year.version
from (values
    (date '2025-01-01', date '2025-01-01'), -- 元旦
    (date '2025-01-28', date '2025-02-04'), -- 春节
    (date '2025-04-04', date '2025-04-06'), -- 清明节
    (date '2025-05-01', date '2025-05-05'), -- 劳动节
    (date '2025-05-31', date '2025-06-02'), -- 端午节
    (date '2025-10-01', date '2025-10-08'), -- 国庆节、中秋节
    (date '2026-01-01', date '2026-01-03'), -- 元旦
    (date '2026-02-15', date '2026-02-23'), -- 春节
    (date '2026-04-04', date '2026-04-06'), -- 清明节
    (date '2026-05-01', date '2026-05-05'), -- 劳动节
    (date '2026-06-19', date '2026-06-21'), -- 端午节
    (date '2026-09-25', date '2026-09-27'), -- 中秋节
    (date '2026-10-01', date '2026-10-07')  -- 国庆节
) as holiday (first, last)
-- Without a zone: a day added across a change of clocks must stay a day.
cross join lateral generate_series(holiday.first::timestamp, holiday.last::timestamp, interval '1 day') as day
join work_calendar_year year on year.year = extract(year from day);

insert into work_calendar_day (day, kind, notice, version)
select made_up.day, 'WORK', year.notice, year.version
from (values
    (date '2025-01-26'), (date '2025-02-08'), (date '2025-04-27'), (date '2025-09-28'), (date '2025-10-11'),
    (date '2026-01-04'), (date '2026-02-14'), (date '2026-02-28'), (date '2026-05-09'), (date '2026-09-20'), (date '2026-10-10')
) as made_up (day)
join work_calendar_year year on year.year = extract(year from made_up.day);

insert into deadline_rule (rule_id, version, step, unit, amount, cut_off, basis) values
    -- 公文
    ('DOC_SIGN_EXTRA', 1, '签收', 'NATURAL_MINUTE', 30, 'NONE', '内部管理要求'),
    ('DOC_SIGN_URGENT', 1, '签收', 'WORKING_HOUR', 2, 'NONE', '内部管理要求'),
    ('DOC_SIGN_NORMAL', 1, '签收', 'WORKING_DAY', 1, 'OFFICE_CLOSE', '内部管理要求'),
    ('DOC_ISSUED_SIGN_URGENT', 1, '签收印发件', 'WORKING_HOUR', 4, 'NONE', '内部管理要求'),
    ('DOC_PROPOSE_EXTRA', 1, '拟办', 'WORKING_HOUR', 2, 'NONE', '内部管理要求'),
    ('DOC_PROPOSE_URGENT', 1, '拟办', 'WORKING_HOUR', 4, 'NONE', '内部管理要求'),
    ('DOC_PROPOSE_NORMAL', 1, '拟办', 'WORKING_DAY', 1, 'OFFICE_CLOSE', '内部管理要求'),
    ('DOC_INSTRUCT_EXTRA', 1, '批示（只提醒）', 'WORKING_HOUR', 2, 'NONE', '内部管理要求'),
    ('DOC_INSTRUCT_URGENT', 1, '批示（只提醒）', 'WORKING_HOUR', 4, 'NONE', '内部管理要求'),
    ('DOC_INSTRUCT_NORMAL', 1, '批示（只提醒）', 'WORKING_DAY', 1, 'OFFICE_CLOSE', '内部管理要求'),
    ('DOC_ASSIGN_EXTRA', 1, '分解交办', 'WORKING_HOUR', 2, 'NONE', '内部管理要求'),
    ('DOC_ASSIGN_NORMAL', 1, '分解交办', 'WORKING_DAY', 1, 'OFFICE_CLOSE', '内部管理要求'),
    ('DOC_WHOLE_EXTRA', 1, '办件全程', 'WORKING_DAY', 1, 'OFFICE_CLOSE', '地方公文处理制度'),
    ('DOC_WHOLE_URGENT', 1, '办件全程', 'WORKING_DAY', 3, 'OFFICE_CLOSE', '地方公文处理制度'),
    ('DOC_WHOLE_SINGLE', 1, '办件全程（单个部门）', 'WORKING_DAY', 7, 'OFFICE_CLOSE', '地方公文办理时限规定'),
    ('DOC_WHOLE_MULTI', 1, '办件全程（多个部门）', 'WORKING_DAY', 10, 'OFFICE_CLOSE', '地方公文办理时限规定'),
    ('DOC_READ', 1, '传阅', 'WORKING_DAY', 3, 'END_OF_DAY', '内部管理要求'),
    ('DOC_RETURN_SENDER', 1, '退文', 'WORKING_DAY', 2, 'OFFICE_CLOSE', '内部管理要求'),
    ('DOC_UNIT_RETURN', 1, '单位退办', 'WORKING_DAY', 1, 'OFFICE_CLOSE', '内部管理要求'),
    ('DOC_UNIT_RETURN_URGENT', 1, '单位退办', 'WORKING_HOUR', 2, 'NONE', '内部管理要求'),
    ('DOC_COSIGN', 1, '会签', 'WORKING_DAY', 3, 'OFFICE_CLOSE', '地方会签时限规定'),
    ('DOC_REVIEW', 1, '核稿', 'WORKING_DAY', 1, 'OFFICE_CLOSE', '内部管理要求'),
    ('DOC_REVIEW_URGENT', 1, '核稿', 'WORKING_HOUR', 4, 'NONE', '内部管理要求'),
    ('DOC_VERBAL_CONFIRM', 1, '口头批准补签', 'WORKING_DAY', 1, 'OFFICE_CLOSE', '地方“先办理后补签”规定；内部管理要求'),
    -- 合法性审核
    ('LEGAL_NORMATIVE', 1, '行政规范性文件合法性审核（最长）', 'WORKING_DAY', 15, 'END_OF_DAY', '通行做法，由本区确认'),
    ('LEGAL_MAJOR', 1, '重大行政决策合法性审查（最短保障）', 'WORKING_DAY', 7, 'END_OF_DAY', '重大行政决策程序暂行条例第二十六条'),
    -- 领导批示
    ('INS_RECORD_ORAL', 1, '口头批示补记', 'WORKING_DAY', 1, 'OFFICE_CLOSE', '内部管理要求'),
    ('INS_EXTRA', 1, '批示办理反馈', 'WORKING_DAY', 1, 'OFFICE_CLOSE', '地方督查时限规定；内部管理要求'),
    ('INS_URGENT', 1, '批示办理反馈', 'WORKING_DAY', 3, 'OFFICE_CLOSE', '地方督查时限规定；内部管理要求'),
    ('INS_NORMAL', 1, '批示办理反馈', 'WORKING_DAY', 10, 'OFFICE_CLOSE', '地方督查时限规定；内部管理要求'),
    ('INS_COMPLEX', 1, '批示办理反馈', 'WORKING_DAY', 20, 'OFFICE_CLOSE', '地方督查时限规定；内部管理要求'),
    -- 督查督办
    ('SUP_SIGN_EXTRA', 1, '签收', 'NATURAL_MINUTE', 30, 'NONE', '内部管理要求'),
    ('SUP_SIGN_URGENT', 1, '签收', 'WORKING_HOUR', 2, 'NONE', '内部管理要求'),
    ('SUP_SIGN_NORMAL', 1, '签收', 'WORKING_DAY', 1, 'OFFICE_CLOSE', '内部管理要求'),
    ('SUP_RETURN', 1, '单位退办', 'WORKING_DAY', 1, 'OFFICE_CLOSE', '内部管理要求'),
    ('SUP_RETURN_DECIDE', 1, '退办审定', 'WORKING_DAY', 1, 'OFFICE_CLOSE', '内部管理要求'),
    ('SUP_MEETING_FIRST', 1, '会议议定事项首次反馈', 'WORKING_DAY', 5, 'END_OF_DAY', '地方督查时限规定'),
    ('SUP_MEETING_WHOLE', 1, '会议议定事项办结', 'WORKING_DAY', 20, 'END_OF_DAY', '地方督查时限规定'),
    ('SUP_MEDIA', 1, '媒体和网络反映事项', 'NATURAL_DAY', 5, 'END_OF_DAY', '地方督查时限规定'),
    ('SUP_STAGE', 1, '阶段报告', 'WORKING_DAY', 10, 'END_OF_DAY', '内部管理要求'),
    ('SUP_STAGE_WATCHED', 1, '阶段报告（重点关注）', 'WORKING_DAY', 5, 'END_OF_DAY', '内部管理要求'),
    ('SUP_REVIEW', 1, '反馈审核', 'WORKING_DAY', 2, 'OFFICE_CLOSE', '内部管理要求'),
    ('SUP_OBJECT', 1, '对督查结论提出异议', 'NATURAL_DAY', 30, 'END_OF_DAY', '政府督查工作条例第十七条'),
    ('SUP_OBJECT_DECIDE', 1, '异议复核', 'NATURAL_DAY', 30, 'END_OF_DAY', '政府督查工作条例第十七条'),
    ('CARD_OBJECT', 1, '对黄牌、红牌或评价提出异议', 'WORKING_DAY', 3, 'END_OF_DAY', '内部管理要求'),
    -- 热线
    ('HOT_DISPATCH_RISK', 1, '派单', 'NATURAL_MINUTE', 10, 'NONE', '内部管理要求'),
    ('HOT_DISPATCH_UTILITY', 1, '派单', 'NATURAL_MINUTE', 30, 'NONE', '内部管理要求'),
    ('HOT_DISPATCH_ORD', 1, '派单', 'WORKING_HOUR', 2, 'NONE', '内部管理要求'),
    ('HOT_SIGN_RISK', 1, '签收', 'NATURAL_MINUTE', 10, 'NONE', '地方热线时限规定；内部管理要求'),
    ('HOT_SIGN_UTILITY', 1, '签收', 'NATURAL_MINUTE', 30, 'NONE', '地方热线时限规定；内部管理要求'),
    ('HOT_SIGN_ORD', 1, '签收', 'WORKING_HOUR', 2, 'NONE', '地方热线时限规定；内部管理要求'),
    ('HOT_CONTACT_RISK', 1, '首次联系', 'NATURAL_HOUR', 1, 'NONE', '内部管理要求'),
    ('HOT_CONTACT_UTILITY', 1, '首次联系', 'NATURAL_HOUR', 2, 'NONE', '内部管理要求'),
    ('HOT_CONTACT_ORD', 1, '首次联系', 'NATURAL_HOUR', 24, 'NONE', '内部管理要求'),
    ('HOT_CONSULT', 1, '咨询答复', 'WORKING_DAY', 2, 'END_OF_DAY', '广东省12345热线办法'),
    ('HOT_HELP', 1, '求助办理答复', 'WORKING_DAY', 5, 'END_OF_DAY', '潍坊市12345条例第二十条；济南市12345条例第二十四条；山东省政务服务热线管理办法'),
    ('HOT_COMPLAINT', 1, '投诉办理答复', 'WORKING_DAY', 5, 'END_OF_DAY', '潍坊市12345条例第二十条；济南市12345条例第二十四条；山东省政务服务热线管理办法'),
    ('HOT_REPORT', 1, '举报办理答复', 'WORKING_DAY', 5, 'END_OF_DAY', '潍坊市12345条例第二十条；济南市12345条例第二十四条；山东省政务服务热线管理办法'),
    ('HOT_SUGGEST', 1, '建议办理答复', 'WORKING_DAY', 5, 'END_OF_DAY', '潍坊市12345条例第二十条；济南市12345条例第二十四条；山东省政务服务热线管理办法'),
    ('HOT_STAGE', 1, '阶段性答复', 'WORKING_DAY', 5, 'END_OF_DAY', '济南市12345条例第二十四条'),
    ('HOT_LETTER', 1, '信箱和网络来件办理答复', 'WORKING_DAY', 5, 'END_OF_DAY', '地方领导信箱办理规定'),
    ('HOT_UTILITY', 1, '公共服务事项处置', 'NATURAL_HOUR', 24, 'NONE', '北京市12345热线标准（征求意见稿）'),
    ('HOT_RISK', 1, '风险事项处置', 'NATURAL_HOUR', 2, 'NONE', '北京市12345热线标准（征求意见稿）'),
    ('HOT_RETURN', 1, '退单', 'WORKING_DAY', 1, 'OFFICE_CLOSE', '山东省政务服务热线管理办法；内部管理要求'),
    ('HOT_RETURN_DECIDE', 1, '退单审定', 'WORKING_HOUR', 4, 'NONE', '内部管理要求'),
    ('HOT_AUDIT', 1, '办理结果审核', 'WORKING_DAY', 1, 'OFFICE_CLOSE', '内部管理要求'),
    ('HOT_CALLBACK', 1, '回访', 'WORKING_DAY', 3, 'OFFICE_CLOSE', '内部管理要求'),
    ('HOT_REDO', 1, '重办', 'WORKING_DAY', 5, 'END_OF_DAY', '内部管理要求'),
    ('HOT_HARD_REVIEW', 1, '挂账事项复查', 'NATURAL_DAY', 30, 'END_OF_DAY', '内部管理要求'),
    -- 投诉建议
    ('FEEDBACK_ANSWER', 1, '投诉建议答复', 'WORKING_DAY', 5, 'END_OF_DAY', '内部管理要求');
